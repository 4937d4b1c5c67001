import 'dots-flow/define';
import 'dots-flow/types/solid';
import { createSignal } from 'solid-js';

export function Payouts(props: { readonly dark: boolean }) {
  const [done, setDone] = createSignal<readonly string[]>([]);
  return (
    <>
      <dots-flow
        config={{
          apiUrl: 'http://localhost:4400/api',
          clientId: 'pk_sandbox_demo',
          steps: ['compliance', 'manage-payouts'],
          theme: props.dark ? 'dark' : 'light',
        }}
        on:dots-step-completed={({ detail }) => setDone((before) => [...before, detail.step])}
      />
      <output>Done: {done().join(', ')}</output>
    </>
  );
}
