// The way in: installs when the lock file changed, builds when a source changed, then becomes the program.
// Runs on any Node from 20 on; the program itself runs on the pinned Node 24 of this checkout.
import { join } from 'node:path'
import { become, build, install, root } from './setup.mjs'

const args = process.argv.slice(2).filter((arg) => arg !== '--')
install()
build()
become([join(root, 'dist/server/cli.js'), ...(args.length > 0 ? args : ['start'])])
