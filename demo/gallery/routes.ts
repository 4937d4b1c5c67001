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
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export function galleryRoutes(app: Hono): void {
  let made: Promise<Map<string, GalleryFile>> | undefined;
  app.get('/gallery', (c) => c.redirect('/gallery/'));
  app.get('/gallery/:file{[\\w.-]*}', async (c, next) => {
    made ??= bundleGallery();
    made.catch(() => (made = undefined));
    const file = (await made).get(c.req.param('file') || 'index.html');
    if (!file) return next();
    return c.body(file.content, 200, {
      'content-type': `${file.type}; charset=utf-8`,
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    });
  });
}
