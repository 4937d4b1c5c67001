/** Eleventy has no types of its own. What is used of it. */
declare module '@11ty/eleventy' {
  export const HtmlBasePlugin: unknown;
}
declare module '@11ty/eleventy-plugin-syntaxhighlight' {
  const plugin: unknown;
  export default plugin;
}
