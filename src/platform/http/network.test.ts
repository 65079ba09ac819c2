import { expect, test } from 'vitest'
import { networksOf } from './network.ts'

test.each([
  ['203.0.113.9', ['203.0.113.9']],
  ['::ffff:203.0.113.9', ['203.0.113.9']],
  ['2001:db8:12:34:5:6:7:8', ['2001:db8:12:34::/64', '2001:db8:12::/48']],
  ['2001:0DB8:0012:0034::1', ['2001:db8:12:34::/64', '2001:db8:12::/48']],
  ['2001:db8::1', ['2001:db8:0:0::/64', '2001:db8:0::/48']],
  ['fe80::1%eth0', ['fe80:0:0:0::/64', 'fe80:0:0::/48']],
  ['127.0.0.1', []],
  ['::1', []],
  ['', []],
  ['unknown', ['unreadable']],
])('given the address %j, it stands for %j', (address, networks) => {
  expect(networksOf(address)).toEqual(networks)
})
