# R's side of `npm run bench -- --size`: glm of a CSV file of whole numbers. Rscript size.R FILE TERM…
words <- commandArgs(TRUE)
rows <- read.csv(words[1], colClasses = "integer")
found <- summary(glm(reformulate(words[-1], "y"), binomial, rows))$coefficients
terms <- sub("(Intercept)", "const", rownames(found), fixed = TRUE)
cat('{"coefficients":[', paste0('{"term":"', terms, '","estimate":', format(found[, 1], digits = 15), ',"standardError":', format(found[, 2], digits = 15), "}", collapse = ","), "]}\n", sep = "")
