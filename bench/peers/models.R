# R's side of the bench: answers requests, one a line on stdin, with seconds a fit. See bench/peer.mjs.
# Usage: Rscript models.R FILE: a file of doubles: n, k, then X row by row, then y (0 and 1, or levels from 0).
path <- commandArgs(TRUE)[1]
input <- file(path, "rb")
head <- readBin(input, "double", 2)
n <- head[1]; k <- head[2]
X <- matrix(readBin(input, "double", n * k), n, k, byrow = TRUE)
colnames(X) <- c("const", paste0("x", seq_len(k - 1)))
y <- readBin(input, "double", n)
close(input)
family <- binomial()
levels <- sort(unique(y))
if (length(levels) > 2) {
  suppressMessages({ library(MASS); library(ordinal) })
  frame <- data.frame(y = factor(y), X[, -1])
} else start <- coef(glm.fit(X, y, family = family))

# Each with what a user of it reads off: estimates and their covariance.
binary <- function() { fit <- glm.fit(X, y, family = family); chol2inv(fit$qr$qr[seq_len(k), seq_len(k)]) }
resample <- function(B) for (b in seq_len(B)) { i <- sample.int(n, n, TRUE); glm.fit(X[i, ], y[i], start = start, family = family) }
proportional <- function() clm(y ~ ., data = frame)
polrFit <- function() polr(y ~ ., data = frame, Hess = TRUE)

seconds <- function(repetitions, work) {
  begin <- Sys.time() # in microseconds; proc.time() has milliseconds
  for (r in seq_len(repetitions)) work()
  as.numeric(Sys.time() - begin, units = "secs") / repetitions
}

cat("ready", R.version$major, ".", R.version$minor, "\n", sep = " ")
requests <- file("stdin", "r")
while (length(line <- readLines(requests, 1)) > 0) {
  words <- strsplit(line, " ")[[1]]
  times <- as.integer(words[2])
  cat(format(digits = 10, switch(words[1],
    fit = seconds(times, binary),
    bootstrap = seconds(times, function() resample(as.integer(words[3]))),
    clm = seconds(times, proportional),
    polr = seconds(times, polrFit)
  )), "\n")
  flush(stdout())
}
