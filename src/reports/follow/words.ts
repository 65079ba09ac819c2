/**
 * Words for the secret of a report: short, written as they are heard, far apart from each other, none with an umlaut.
 * There are 128, which divides the 65,536 values of two random bytes: each is as likely as any other.
 */
export const WORDS =
  `Abend Adler Ampel Anker Apfel Armband Atlas Auge Balkon Banane Baum Becher Berg Biber Birne Blatt Blume Boden Bohne Boot Brief Brille Brot Brunnen Buch Burg Butter Dach Dampf Daumen Decke Delfin Dorf Drachen Eimer Elefant Ente Erbse Esel Fabrik Faden Fahne Falke Feder Fenster Ferien Feuer Fisch Flasche Flur Forelle Fuchs Gabel Garten Geige Gipfel Glas Glocke Gras Gurke Hafen Hammer Hase Hecht Heft Hemd Herbst Himmel Holz Honig Hose Hut Igel Insel Jacke Kabel Kaffee Kamel Kamin Kanne Karte Kirsche Kissen Klavier Koffer Komet Korb Kran Kuchen Lampe Laub Leiter Licht Linde Lotse Mantel Markt Mauer Melone Messe Mond Motor Nadel Nebel Nest Ofen Orange Paket Papier Pfeffer Pilz Pinsel Quelle Rabe Regen Reis Ring Rose Sand Schiff Segel Sessel Silber Sommer Stern Suppe Tanne Teller`.split(
    ' ',
  )
