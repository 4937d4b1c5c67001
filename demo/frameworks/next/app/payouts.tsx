'use client';

import { DotsFlow } from 'dots-flow/react';
import { useState } from 'react';

export function Payouts({ dark }: { readonly dark: boolean }) {
  const [done, setDone] = useState<readonly string[]>([]);
  return (
    <>
      <DotsFlow
        config={{
          apiUrl: 'http://localhost:4400/api',
          clientId: 'pk_sandbox_demo',
          steps: ['compliance', 'manage-payouts'],
          theme: dark ? 'dark' : 'light',
        }}
        onStepCompleted={({ detail }) => setDone((before) => [...before, detail.step])}
      />
      <output>Done: {done.join(', ')}</output>
    </>
  );
}
