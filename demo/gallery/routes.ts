/** Serves the gallery below /gallery/. It is made when somebody asks for it first. */
import type { Hono } from 'hono';
import { bundleGallery, type GalleryFile } from './bundle.ts';

/** The gallery runs on the mock, so that it asks nobody for anything. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'self'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export function galleryRoutes(app: Hono): void {
  let made: Promise<Map<string, GalleryFile>> | undefined;
  // The server takes `/gallery/` for `/gallery`, so that the page says where its files are.
  const base = '<meta charset="utf-8" /><base href="/gallery/" />';
  app.get('/gallery/:file{[\\w.-]+}?', async (c, next) => {
    made ??= bundleGallery();
    made.catch(() => (made = undefined));
    const file = (await made).get(c.req.param('file') ?? 'index.html');
    if (!file) return next();
    const isPage = file.type === 'text/html';
    const page = () => new TextDecoder().decode(file.content).replace('<meta charset="utf-8" />', base);
    return c.body(isPage ? page() : file.content, 200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    });
  });
}
