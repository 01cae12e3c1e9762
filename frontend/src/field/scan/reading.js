import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Reads bar codes on the phone itself; the reader comes from this house, and with the rest of the app without a network. */

// By itself the library would fetch its reader from a host elsewhere.
prepareZXingModule({
  overrides: { locateFile: (path, prefix) => (path.endsWith('.wasm') ? reader : prefix + path) },
})

const WAYS = {
  formats: /** @type {any} */ (['Code128', 'Code39', 'EAN13', 'QRCode', 'DataMatrix']),
  tryHarder: true,
  maxNumberOfSymbols: 1,
}

/** @param {Blob | ImageData} picture @returns {Promise<string>} '' when nothing can be read in it */
export async function readCode(picture) {
  const [found] = await readBarcodes(picture, WAYS)
  return found?.isValid ? found.text.trim() : ''
}
