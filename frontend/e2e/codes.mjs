// Bar codes as labels carry them, made for tests.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')

/** @param {string} text @returns {Promise<Buffer>} a PNG */
export async function codeOf(text) {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } })
  const { image, error } = await writeBarcode(text, { format: 'DataMatrix', scale: 8 })
  if (!image) throw new Error(error)
  return Buffer.from(await image.arrayBuffer())
}
