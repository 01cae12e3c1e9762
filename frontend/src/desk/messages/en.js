import { rooms } from '../../shared/i18n.js'

export default rooms(import.meta.glob('./en/*.js', { eager: true, import: 'default' }))
