// Packs what was built once and for all, so that no phone loads a file at three times its size: the server gives
// `x.js.br` or `x.js.gz` to whoever takes it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const SMALLEST = 1024
/** The last two steps take five times as long and save a hundredth. */
const QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 9 }
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
for (const name of readdirSync(dist, { recursive: true }).map(String)) {
  if (!/\.(js|css|html|svg|wasm|webmanifest)$/.test(name)) continue
  const plain = readFileSync(join(dist, name))
  if (plain.length < SMALLEST) continue
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(plain, { params: QUALITY }))
  writeFileSync(join(dist, `${name}.gz`), gzipSync(plain, { level: 9 }))
}
