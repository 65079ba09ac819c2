/** By which browsers and readers find the feed of a page. */
export const FeedHead = ({ title, href }: { title: string; href: string }) => (
  <link rel="alternate" type="application/rss+xml" title={title} href={href} />
)
