export default function Page() {
  return <p>No orders yet.</p>;
}
