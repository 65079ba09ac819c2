/**
 * Streets as every German town has them, at places that nobody looked up: each begins somewhere and runs in one direction, a house
 * every 25 m or so, odd numbers on one side and even ones on the other.
 */
const STREETS = [
  { name: 'Am Markt', district: 'Mitte', from: [51.6165, 7.5286], to: [51.6168, 7.5301], houses: 12 },
  { name: 'Hauptstraße', district: 'Mitte', from: [51.612, 7.522], to: [51.6205, 7.5245], houses: 60 },
  { name: 'Bahnhofstraße', district: 'Mitte', from: [51.615, 7.517], to: [51.6161, 7.5275], houses: 40 },
  { name: 'Kirchstraße', district: 'Mitte', from: [51.6181, 7.5291], to: [51.6202, 7.531], houses: 18 },
  { name: 'Schulstraße', district: 'Mitte', from: [51.6125, 7.5302], to: [51.6135, 7.5365], houses: 30 },
  { name: 'Rathausplatz', district: 'Mitte', from: [51.6158, 7.5268], to: [51.6154, 7.5276], houses: 6 },
  { name: 'Gartenstraße', district: 'Nord', from: [51.632, 7.521], to: [51.633, 7.529], houses: 32 },
  { name: 'Lindenstraße', district: 'Nord', from: [51.6345, 7.5225], to: [51.639, 7.5222], houses: 28 },
  { name: 'Hauptstraße', district: 'Süd', from: [51.595, 7.531], to: [51.599, 7.5325], houses: 26 },
  { name: 'Bergstraße', district: 'Süd', from: [51.592, 7.536], to: [51.5935, 7.5422], houses: 24 },
  { name: 'Mühlenweg', district: 'Süd', from: [51.5965, 7.5255], to: [51.5945, 7.5215], houses: 16 },
  { name: 'Ringstraße', district: 'Süd', from: [51.6, 7.54], to: [51.603, 7.545], houses: 34 },
] as const

const POSTCODES = { Mitte: '44532', Nord: '44534', Süd: '44536' } as const

/** The file that `freizeichen places import` would read. */
export function demoStreets(): string {
  const lines = STREETS.flatMap(({ name, district, from, to, houses }) =>
    Array.from({ length: houses }, (_, index) => {
      const along = index / houses
      const side = index % 2 === 0 ? 0.00008 : -0.00008
      const lat = from[0] + (to[0] - from[0]) * along + side
      const lon = from[1] + (to[1] - from[1]) * along + side
      return [name, index + 1, '', POSTCODES[district], district, lat.toFixed(6), lon.toFixed(6)].join(';')
    }),
  )
  return ['street;number;addition;postcode;district;latitude;longitude', ...lines].join('\n')
}

/** An invented line around them: no map was copied. */
export const demoBoundary = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [7.46, 51.575],
      [7.53, 51.565],
      [7.595, 51.58],
      [7.61, 51.62],
      [7.575, 51.655],
      [7.52, 51.665],
      [7.465, 51.65],
      [7.445, 51.61],
      [7.46, 51.575],
    ],
  ],
})
