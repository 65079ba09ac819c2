/**
 * RTP packets of a call so far. A source that changes, as from the ringing tone to a voice, may begin a new stream.
 * @param {RTCPeerConnection} connection
 */
export async function rtpPackets(connection) {
  const counted = { received: 0, sent: 0 }
  for (const report of (await connection.getStats()).values()) {
    if (report.type === 'inbound-rtp') counted.received += report.packetsReceived
    if (report.type === 'outbound-rtp') counted.sent += report.packetsSent
  }
  return counted
}
