/** 'Hauptstraße 5a, 44532 Mitte'; without a number, a postcode or a district these are left out. */
export function labelOf(
  street: { name: string; postcode: string; district: string },
  houseNumber: string | null,
): string {
  const first = houseNumber === null ? street.name : `${street.name} ${houseNumber}`
  const area = [street.postcode, street.district].filter(Boolean).join(' ')
  return area ? `${first}, ${area}` : first
}
