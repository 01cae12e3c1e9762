import { filesTab } from './tab.js'

export default filesTab('service_request')
