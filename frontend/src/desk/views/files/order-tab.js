import { filesTab } from './tab.js'

export default filesTab('work_order')
