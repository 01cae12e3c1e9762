import { defineConfig } from 'vitest/config'
import vue from '@vitejs/plugin-vue'

/**
 * The kits import their styles as side effects; Node cannot load CSS.
 * @returns {import('vite').Plugin}
 */
function withoutKitStyles() {
  return {
    name: 'without-kit-styles',
    enforce: 'pre',
    resolveId: (id) => (/(element-plus|vant)\/.*style/.test(id) ? '\0kit-style' : undefined),
    load: (id) => (id === '\0kit-style' ? '' : undefined),
  }
}

export default defineConfig({
  plugins: [vue(), withoutKitStyles()],
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.js', 'e2e/**/*.test.js'],
    // Times are shown in the station's zone whatever the machine's is.
    env: { TZ: 'UTC' },
    maxWorkers: 2,
  },
})
