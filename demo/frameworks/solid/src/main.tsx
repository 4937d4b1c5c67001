import { createSignal, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { Payouts } from './payouts.tsx';

function App() {
  const [page, setPage] = createSignal('Payouts');
  const [dark, setDark] = createSignal(false);
  const [help, setHelp] = createSignal(false);
  // Made once: the same nodes leave the page and come back.
  const payouts = <Payouts dark={dark()} />;
  return (
    <>
      <nav>
        <button onClick={() => setPage('Payouts')}>Payouts</button>
        <button onClick={() => setPage('Orders')}>Orders</button>
        <button onClick={() => setDark(!dark())}>Dark</button>
        <button onClick={() => setHelp(!help())}>Help</button>
      </nav>
      <Show when={help()}>
        <p>Ask us: help@example.com</p>
      </Show>
      <Show when={page() === 'Payouts'} fallback={<p>No orders yet.</p>}>
        {payouts}
      </Show>
    </>
  );
}

render(() => <App />, document.getElementById('app') as HTMLElement);
