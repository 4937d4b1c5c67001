/** What the tests need of React, with the component: one bundle for each version (react-versions.mjs). */
export { createElement, createRef, StrictMode, version } from 'react';
export { flushSync } from 'react-dom';
export { createRoot } from 'react-dom/client';
export { DotsFlow } from '../../src/react/index.ts';
