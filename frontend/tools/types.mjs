// Types from the API's own OpenAPI document (`python -m api.cli openapi` writes it): `npm run types`.
// With --check it fails when the committed types are older than the document.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../../openapi.json', import.meta.url)
const target = new URL('../src/shared/api/schema.d.ts', import.meta.url)

if (!existsSync(source)) {
  console.log('no openapi.json: the types stay as they are')
  process.exit(0)
}

const made =
  '// Made by `npm run types` from openapi.json. Do not edit.\n' +
  astToString(
    await openapiTS(JSON.parse(readFileSync(source, 'utf8')), { defaultNonNullable: false })
  )

if (!process.argv.includes('--check')) writeFileSync(target, made)
else if (readFileSync(target, 'utf8') !== made) {
  console.error('schema.d.ts is older than openapi.json: run `npm run types` and commit it')
  process.exit(1)
}
