import { html, svg } from '../lit.js';

/** Icons drawn on a 24-pixel grid; the stylesheet sets stroke width and colour. */
const shapes = {
  alert: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7.5v5.5M12 16.4v.1"/>`,
  archive: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M10 6h1M11 9h1M10 12h1M10 15h2v3h-2z"/>`,
  back: svg`<path d="M15 5l-7 7 7 7"/>`,
  ban: svg`<circle cx="12" cy="12" r="9"/><path d="M5.7 5.7l12.6 12.6"/>`,
  bell: svg`<path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4"/>`,
  camera: svg`<path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z"/><circle cx="12" cy="13" r="3.4"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3 2"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  compose: svg`<path d="M19.5 12v7.5h-15v-15H12"/><path d="M10 14l.6-3L18 3.6a1.7 1.7 0 0 1 2.4 2.4L13 13.4z"/>`,
  copy: svg`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M15 9V5H5v10h4"/>`,
  down: svg`<path d="M5 9l7 7 7-7"/>`,
  download: svg`<path d="M12 4v11M7.5 11l4.5 4.5L16.500 11M5 20h14"/>`,
  eye: svg`<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12z"/><circle cx="12" cy="12" r="2.800"/>`,
  file: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>`,
  globe: svg`<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>`,
  hidden: svg`<path d="M4 4l16 16M9.900 6A9 9 0 0 1 12 5.500c6 0 9.500 6.500 9.500 6.500a16 16 0 0 1-2.600 3.300M6 7.700A15 15 0 0 0 2.500 12S6 18.500 12 18.500a9 9 0 0 0 4-.9M10 10a2.800 2.800 0 0 0 4 4"/>`,
  image: svg`<rect x="3.500" y="4.500" width="17" height="15" rx="2.500"/><circle cx="8.700" cy="9.500" r="1.600"/><path d="M4 17l5-4.500 3.500 3 3-2.500 5 4"/>`,
  keyboard: svg`<rect x="2.500" y="6" width="19" height="12" rx="2.500"/><path d="M6 10h.1M9 10h.1M12 10h.1M15 10h.1M18 10h.1M8 14h8"/>`,
  lock: svg`<rect x="5" y="10.500" width="14" height="9.500" rx="2.500"/><path d="M8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500"/>`,
  logout: svg`<path d="M14 4H5v16h9M10 12h10M16.500 8.500L20 12l-3.500 3.500"/>`,
  message: svg`<path d="M4 5h16v11.500H10L5.500 20v-3.500H4z"/>`,
  moon: svg`<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z"/>`,
  more: svg`<path d="M12 5.500v.1M12 12v.1M12 18.500v.1" stroke-width="2.600"/>`,
  offline: svg`<path d="M4 4l16 16M5 12.500a10 10 0 0 1 4-2.400M2.500 9a14 14 0 0 1 4-2.600M12 6c3.700 0 7 1.200 9.500 3M15 10.500a10 10 0 0 1 4 2M8.500 16a5 5 0 0 1 6 0M12 19.500v.1"/>`,
  paperclip: svg`<path d="M19 11.500l-7.300 7.300a4.600 4.600 0 0 1-6.500-6.500l7.800-7.800a3 3 0 0 1 4.300 4.300l-7.700 7.700a1.500 1.500 0 0 1-2.100-2.100l6.700-6.700"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  retry: svg`<path d="M19 12a7 7 0 1 1-2.200-5.100L19.500 9M19.500 4v5h-5"/>`,
  search: svg`<circle cx="11" cy="11" r="6.500"/><path d="M16 16l4.500 4.500"/>`,
  send: svg`<path d="M4.500 12h8M4.500 12L3.500 4.500 21 12 3.500 19.500z"/>`,
  settings: svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2.200"/><circle cx="9" cy="17" r="2.200"/>`,
  sheet: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6v5.500H9zM9 14.700h6M12 12v5.500"/>`,
  shield: svg`<path d="M12 3l7.500 2.500v6c0 5-3.500 8-7.500 9.500-4-1.500-7.500-4.500-7.500-9.500v-6z"/>`,
  smile: svg`<circle cx="12" cy="12" r="9"/><path d="M8.300 14a4.300 4.300 0 0 0 7.400 0M9 9.500v.1M15 9.500v.1"/>`,
  text: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 15h6M9 18h4"/>`,
  trash: svg`<path d="M4.500 6.500h15M9 6.500V4h6v2.500M6.500 6.500l1 13.500h9l1-13.500M10 10.500v6M14 10.500v6"/>`,
  undo: svg`<path d="M8 5L4 9l4 4M4 9h10a5.500 5.500 0 0 1 0 11h-3"/>`,
  user: svg`<circle cx="12" cy="8" r="4"/><path d="M4.500 20.500c.8-4 3.800-6 7.500-6s6.700 2 7.500 6"/>`,
  zoom: svg`<circle cx="11" cy="11" r="6.500"/><path d="M16 16l4.500 4.500M11 8.500v5M8.500 11h5"/>`,
};

/** @param {keyof typeof shapes | string} name */
export function icon(name) {
  const shape = shapes[/** @type {keyof typeof shapes} */ (name)];
  return html`<svg class="icon icon--${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
}
