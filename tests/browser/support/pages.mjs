// Every page of the site, by address.
export const pages = [
  '/',
  '/about/',
  '/spokesperson/',
  '/programs/',
  '/what-is-cit/',
  '/training/',
  '/events/',
  '/donate/',
  '/crisis-resources/',
  '/privacy/',
  '/accessibility/',
  '/notices/',
];
