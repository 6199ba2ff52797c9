/**
 * Lets the web client open without a network. Caches the page and its static files under their version,
 * but no API responses and no attachments. The server inserts the version and the list of files.
 */
const CACHE = 'mockhu-shell-{{version}}';
const FILES = JSON.parse('{{files}}');
const VIEWS = /^\/(?:$|c\/|u\/|new$|new\/|settings$|settings\/|sign-in$|sign-up$)/;

addEventListener('install', (event) => {
  event.waitUntil(fill());
});

// A new version waits until a page activates it: files of two versions must not run in one page.
addEventListener('message', (event) => {
  if (event.data === 'take-over') {
    skipWaiting();
  }
});

addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) {
    return;
  }
  if (mode === 'navigate' && VIEWS.test(pathname)) {
    event.respondWith(kept('/', event.request));
  } else if (FILES.includes(pathname)) {
    event.respondWith(kept(pathname, event.request));
  }
});

// Shows notifications where pages cannot, for example on phones.
addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.tag));
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.add(new Request('/', { cache: 'reload', headers: { Accept: 'text/html' } }));
  await Promise.all(FILES.map((path) => take(path, cache)));
}

/** The name of a file holds the hash of its content: a file of an older version is as good. */
async function take(path, cache) {
  const known = await caches.match(path);
  await (known ? cache.put(path, known) : cache.add(path));
}

async function open(conversation) {
  const [page] = await clients.matchAll({ type: 'window' });
  if (!page) {
    return clients.openWindow(`/c/${conversation}`);
  }
  page.postMessage({ type: 'mockhu:open', conversation });
  return page.focus();
}

async function dropOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith('mockhu-shell-') && name !== CACHE) {
      await caches.delete(name);
    }
  }
}

async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}
