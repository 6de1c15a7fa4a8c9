/** Where each method comes from, as a reviewer would cite it. */
export const REFERENCES = {
  stars: "Nuijten et al. (2016), Behavior Research Methods 48: 1205–1226 (statcheck), carried over from test statistics to coefficient tables",
  counts: "Brown & Heathers (2017), Social Psychological and Personality Science 8: 363–369 (GRIM); Anaya (2016), PeerJ Preprints 4: e2400v1 (GRIMMER); Heathers & Brown (2019) (DEBIT)",
  pseudoR2: "Veall & Zimmermann (1996), Journal of Economic Surveys 10: 241–259; Nagelkerke (1991), Biometrika 78: 691–692; Estrella (1998), Journal of Business & Economic Statistics 16: 198–205",
  pooling: "Chow (1960), Econometrica 28: 591–605, in its likelihood-ratio form",
  groupDifferences: "Clogg, Petkova & Haritou (1995), American Journal of Sociology 100: 1261–1293; Gelman & Stern (2006), The American Statistician 60: 328–331; Allison (1999), Sociological Methods & Research 28: 186–208",
  attainableSE: "McCullagh (1980), Journal of the Royal Statistical Society B 42: 109–142; Whitehead (1993), Statistics in Medicine 12: 2257–2271",
  level: "McCullagh & Nelder (1989), Generalized Linear Models, §4.4: with a constant, fitted and observed shares agree",
  power: "Gelman & Carlin (2014), Perspectives on Psychological Science 9: 641–651; Lu, Qiu & Deng (2019), British Journal of Mathematical and Statistical Psychology 72: 1–17; Peduzzi et al. (1996), Journal of Clinical Epidemiology 49: 1373–1379",
  claims: "The paper's own text, held against its own table",
  measurement: "AAPOR (2021), Code of Professional Ethics and Practices, disclosure items; Agresti (2010), Analysis of Ordinal Categorical Data, ch. 3",
} as const;
