import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag === 'dots-flow';
export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
  build: { sourcemap: true },
};
