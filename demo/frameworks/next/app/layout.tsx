import type { ReactNode } from 'react';
import { Shell } from './shell.tsx';

export const metadata = { title: 'dots-flow in Next', icons: { icon: 'data:,' } };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Shell>{children}</Shell>
      </body>
    </html>
  );
}
