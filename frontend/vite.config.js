import { defineConfig } from 'vite'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { VantResolver } from '@vant/auto-import-resolver'
import { VitePWA } from 'vite-plugin-pwa'

const root = import.meta.dirname
const fieldFiles = new Set(['field/index.html'])

/**
 * Collects everything the field entry can reach, so that the service worker
 * precaches the field view only and never the desk.
 * @returns {import('vite').Plugin}
 */
function fieldClosure() {
  return {
    name: 'field-closure',
    apply: 'build',
    generateBundle(_, bundle) {
      /** @type {Map<string, any>} */
      const chunks = new Map(
        Object.values(bundle)
          .filter((part) => part.type === 'chunk')
          .map((chunk) => [chunk.fileName, chunk])
      )
      /** @param {string} fileName */
      const walk = (fileName) => {
        const chunk = chunks.get(fileName)
        if (!chunk || fieldFiles.has(fileName)) return
        fieldFiles.add(fileName)
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) walk(next)
        const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
        for (const asset of [...importedCss, ...importedAssets]) fieldFiles.add(asset)
      }
      for (const chunk of chunks.values())
        if (chunk.isEntry && chunk.facadeModuleId?.endsWith('field/index.html'))
          walk(chunk.fileName)
    },
  }
}

/**
 * The preview and dev servers fall back as the API server does in production:
 * `/field/*` to the field entry, any other page to the desk.
 * @returns {import('vite').Plugin}
 */
function twoEntries() {
  /** @param {any} request @param {any} _ @param {() => void} next */
  const fallback = (request, _, next) => {
    const path = request.url.split('?')[0]
    const isPage = request.headers.accept?.includes('text/html') && !/\.\w+$/.test(path)
    if (isPage && !path.startsWith('/api'))
      request.url = path.startsWith('/field') ? '/field/index.html' : '/index.html'
    next()
  }
  return {
    name: 'two-entries',
    configureServer: (server) => void server.middlewares.use(fallback),
    configurePreviewServer: (server) => void server.middlewares.use(fallback),
  }
}

/**
 * The first page of the field view waits for the words and for its own script; the browser asks for them at once
 * instead of after the entry has run, which on a slow line are three ways forth and back.
 * @returns {import('vite').Plugin}
 */
function preloadFirstPage() {
  const FIRST = /src\/(field\/views\/access\/SignIn\.vue|(shared|field)\/messages\/zh-CN\.js)$/
  return {
    name: 'preload-first-page',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (!path.endsWith('field/index.html') || !bundle) return html
        /** @type {Set<string>} */
        const files = new Set()
        /** @param {any} chunk */
        const walk = (chunk) => {
          if (chunk?.type !== 'chunk' || files.has(chunk.fileName)) return
          files.add(chunk.fileName)
          for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
          for (const next of chunk.imports) walk(bundle[next])
        }
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && FIRST.test(chunk.facadeModuleId ?? '')) walk(chunk)
        const tags = [...files]
          .filter((file) => !html.includes(`/${file}"`))
          .map(
            (file) =>
              (file.endsWith('.css') ? 'stylesheet' : 'modulepreload') +
              `" crossorigin href="/${file}">`
          )
          .map((tag) => `    <link rel="${tag}\n`)
        return html.replace('  </head>', `${tags.join('')}  </head>`)
      },
    },
  }
}

/**
 * The PWA plugin links its manifest from every entry; the desk is no part of the installable view.
 * @returns {import('vite').Plugin}
 */
function manifestOnlyInField() {
  return {
    name: 'manifest-only-in-field',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('<link rel="manifest" href="/manifest.webmanifest"></head>', '</head>'),
    },
  }
}

/**
 * What a phone always reads together is one file: each more costs it a message to the worker and back and a tag in the
 * page, before the first page shows anything.
 */
const TOGETHER = [
  {
    name: 'store',
    test: /src\/field\/(store\/(?!door|.*\.test)|whole|views\/jobs\/news\.js)|\/dexie\//,
  },
  {
    name: 'job',
    test: /src\/field\/(frame\/(OfflineStrip|SyncTag)\.vue|views\/jobs\/(words|deeds|parts|day|reach)\.js|views\/jobs\/CallButton)/,
  },
  {
    name: 'needs',
    test: /src\/shared\/ui\/(NeedsForm|Combobox|MomentField|PhoneText|ClockCard|EntitlementBanner|lookups)\b/,
  },
  {
    name: 'looks',
    test: /src\/shared\/(format|now|ui\/(Skeleton|StateGlyph|EmptyState|SlaTimer|timing|late|states))\b/,
  },
]

const proxy = {
  '/api': { target: process.env.SIBU_API ?? 'http://localhost:8000', changeOrigin: false },
}

export default defineConfig({
  appType: 'mpa',
  define: { __VUE_OPTIONS_API__: 'false' },
  resolve: {
    alias: [
      // Vant's own icon style carries a 25 kB font and names an outside host.
      {
        find: /^(vant\/es|(\.\.\/)+)\/?icon\/index\.css$/,
        replacement: root + '/src/field/van-icons.css',
      },
    ],
  },
  plugins: [
    vue(),
    Components({
      dirs: [],
      dts: 'src/components.d.ts',
      resolvers: [ElementPlusResolver({ importStyle: 'css' }), VantResolver()],
    }),
    twoEntries(),
    fieldClosure(),
    preloadFirstPage(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/field',
      filename: 'sw.js',
      scope: '/field/',
      registerType: 'prompt',
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,wasm,svg,png}'],
        maximumFileSizeToCacheInBytes: 3e6,
        manifestTransforms: [
          (entries) => ({
            manifest: entries.filter(
              (entry) => fieldFiles.has(entry.url) || entry.url.startsWith('icons/')
            ),
            warnings: [],
          }),
        ],
      },
      manifest: {
        id: '/field/',
        start_url: '/field/',
        scope: '/field/',
        lang: 'zh-CN',
        display: 'standalone',
        orientation: 'any',
        name: '四步现场',
        short_name: '四步现场',
        description: '上门工程师的一天：接单、出发、到场、作业、签字、交记录',
        theme_color: '#0B5CAD',
        background_color: '#F3F5F8',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icons/icon-512-maskable.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
      },
    }),
    manifestOnlyInField(),
  ],
  server: { proxy },
  preview: { proxy },
  build: {
    manifest: true,
    target: ['chrome87', 'safari14'],
    // Inlined assets would need data: in places where the strict policy has none.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { desk: root + '/index.html', field: root + '/field/index.html' },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: TOGETHER } },
    },
  },
})
