// A classic script that runs before the first paint. A module would run later and cause a flash of the wrong theme.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  /** Set by the page when the browser keeps nothing, or when a host page decides. @type {string | null} */
  let told = null;
  /** @param {string} key */
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be refused; then the system's choice is used.
      return null;
    }
  };
  const apply = () => {
    const chosen = told ?? kept('dm.theme');
    const theme = chosen === 'light' || chosen === 'dark' ? chosen : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = theme;
    const colour = document.querySelector('meta[name="theme-color"]');
    colour?.setAttribute('content', theme === 'dark' ? '#17181f' : '#ffffff');
  };
  apply();
  // The second language is fetched together with the page's script instead of after it.
  const languages = [kept('dm.language') ?? '', ...navigator.languages].map((each) => each.slice(0, 2));
  if (languages.find((each) => each === 'en' || each === 'de') === 'de') {
    import('../language/de.js').catch(() => {});
  }
  dark.addEventListener('change', apply);
  addEventListener('dm-theme', (event) => {
    told = /** @type {CustomEvent<string | null>} */ (event).detail;
    apply();
  });
  addEventListener('storage', (event) => {
    if (event.key !== 'dm.theme') return;
    told = null;
    apply();
  });
})();
