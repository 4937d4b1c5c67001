/**
 * What the hosted page does besides showing the element. A link that goes on with a step on this device has
 * its secret in the fragment, which no server log sees. The script takes the secret out of the address bar,
 * so that no screenshot, bookmark or history has it, and gives it to the element as a property. It runs
 * before the element is defined, so that no other session is opened first.
 */
export const script = `const takeHandoff = () => {
  const handoff = new URLSearchParams(location.hash.slice(1)).get('handoff');
  if (!handoff) return;
  history.replaceState(null, '', location.pathname + location.search);
  const flow = document.querySelector('dots-flow');
  flow.removeAttribute('flow-id');
  flow.config = { apiUrl: '/api', handoff };
};
takeHandoff();
addEventListener('hashchange', takeHandoff);
`;
