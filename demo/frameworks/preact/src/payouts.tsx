import 'dots-flow/define';
import 'dots-flow/types/preact';
import { useState } from 'preact/hooks';

export function Payouts({ dark }: { readonly dark: boolean }) {
  const [done, setDone] = useState<readonly string[]>([]);
  return (
    <>
      <dots-flow
        config={{
          apiUrl: 'http://localhost:4400/api',
          clientId: 'pk_sandbox_demo',
          steps: ['compliance', 'manage-payouts'],
          theme: dark ? 'dark' : 'light',
        }}
        ondots-step-completed={({ detail }) => setDone((before) => [...before, detail.step])}
      />
      <output>Done: {done.join(', ')}</output>
    </>
  );
}
