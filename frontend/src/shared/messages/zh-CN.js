import { rooms } from '../i18n.js'

export default rooms(import.meta.glob('./zh-CN/*.js', { eager: true, import: 'default' }))
