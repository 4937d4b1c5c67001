export default function Page() {
  return <h1>Payouts</h1>;
}
