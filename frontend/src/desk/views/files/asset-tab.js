import { filesTab } from './tab.js'

export default filesTab('asset')
