import { html, render } from '../library/lit-html/lit-html.js';

render(html`<main><h1>Mockhu</h1></main>`, document.body);
