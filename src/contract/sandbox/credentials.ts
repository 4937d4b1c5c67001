/** Known to everybody, which is the point: they open a sandbox on the developer's own machine. */
export const sandboxCredentials = { clientId: 'pk_sandbox_demo', apiKey: 'sk_sandbox_demo' } as const;
