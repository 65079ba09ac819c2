// Browsers slow down the clock of a page in the background to once a minute, but not that of its workers.
// A worker's postMessage has no target origin; the rule takes it for the one of a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
self.setInterval(() => self.postMessage('tick'), 5000)
