import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Payouts } from './payouts.tsx';

function App() {
  const [page, setPage] = useState('Payouts');
  const [dark, setDark] = useState(false);
  const [help, setHelp] = useState(false);
  return (
    <>
      <nav>
        <button onClick={() => setPage('Payouts')}>Payouts</button>
        <button onClick={() => setPage('Orders')}>Orders</button>
        <button onClick={() => setDark(!dark)}>Dark</button>
        <button onClick={() => setHelp(!help)}>Help</button>
      </nav>
      {help && <p>Ask us: help@example.com</p>}
      <div hidden={page !== 'Payouts'}>
        <Payouts dark={dark} />
      </div>
      {page === 'Orders' && <p>No orders yet.</p>}
    </>
  );
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
