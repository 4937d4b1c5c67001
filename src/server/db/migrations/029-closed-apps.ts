/**
 * Since when the environment names the app no more. Of those that were closed before, the next start says
 * so.
 */
export default /* sql */ `
alter table apps add column closed timestamptz;
`;
