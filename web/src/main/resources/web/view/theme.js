// A classic script that runs before anything is painted: a module would come too late, and flash.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem('dm.theme');
    } catch {
      // Storage can be forbidden; the system's choice stands then.
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
