'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Payouts } from './payouts.tsx';

export function Shell({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const path = usePathname();
  const [dark, setDark] = useState(false);
  const [help, setHelp] = useState(false);
  return (
    <>
      <nav>
        <button onClick={() => router.push('/')}>Payouts</button>
        <button onClick={() => router.push('/orders')}>Orders</button>
        <button onClick={() => setDark(!dark)}>Dark</button>
        <button onClick={() => setHelp(!help)}>Help</button>
      </nav>
      {help && <p>Ask us: help@example.com</p>}
      {children}
      <div hidden={path !== '/'}>
        <Payouts dark={dark} />
      </div>
    </>
  );
}
