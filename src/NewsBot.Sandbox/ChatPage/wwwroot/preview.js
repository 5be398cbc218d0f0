import { byId, isWeb, keepEnd, make } from './elements.js';

const headlines = new Map();

// The card of a link: its host, and its title where the page is this machine's own. Nothing is fetched from elsewhere.
export function renderPreview(preview) {
  if (!preview || preview.isDisabled || !isWeb(preview.url)) return null;
  const address = new URL(preview.url);
  const headline = make('span', { class: 'headline' }, address.pathname === '/' ? '' : decodeURIComponentSafely(address.pathname.split('/').at(-1)));
  const card = make('a', { class: 'preview', href: preview.url, target: '_blank', rel: 'noopener noreferrer', 'data-testid': 'preview' },
    make('span', { class: 'host' }, address.host), headline);
  if (address.origin === location.origin) showTitle(address, headline);
  return card;
}

async function showTitle(address, headline) {
  if (!headlines.has(address.href)) headlines.set(address.href, readTitle(address));
  const title = await headlines.get(address.href);
  // A title may take more lines than the name of the page, and would push the newest message off the screen.
  if (title) keepEnd(byId('messages'), () => { headline.textContent = title; });
}

async function readTitle(address) {
  try {
    const response = await fetch(address.pathname + address.search);
    if (!response.ok) return null;
    // The title alone is parsed: the rest of the page has no business here.
    const title = /<title[^>]*>[^<]*<\/title>/i.exec(await response.text());
    return title && (new DOMParser().parseFromString(title[0], 'text/html').title || null);
  } catch {
    return null;
  }
}

function decodeURIComponentSafely(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}
