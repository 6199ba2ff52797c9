// A classic script that runs before the first paint. A module would run later and cause a flash of the wrong theme.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('dm.theme');
    } catch {
      // Storage may be disabled; then the system's theme is used.
    }
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme;
    const colour = document.querySelector('meta[name="theme-color"]');
    colour?.setAttribute('content', theme === 'dark' ? '#17181f' : '#ffffff');
  };
  apply();
  dark.addEventListener('change', apply);
  addEventListener('dm-theme', apply);
  addEventListener('storage', (event) => event.key === 'dm.theme' && apply());
})();
