// Made by `npm run types` from the API's OpenAPI document. Do not edit.
// eslint-disable-next-line
export type paths = any
