// The tightest plain C++ we know how to write for a binary logit: Newton's method, no checks, no refusals.
// It answers the bench's requests, one a line on stdin, so that rounds of all peers can alternate:
//   fit R          R fits of the data, warm; prints seconds a fit
//   bootstrap R B  R times B refits from the full sample's estimate, resampled counts as weights; prints seconds a set
//   check          prints the estimates and standard errors
// Usage: newton FILE, a file of doubles: n, k, then X row by row, then y.
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

static int n, k;
static std::vector<double> X, y;

// Rows in blocks, so that the compiler can take several rows at once through each loop; columns of a block lie together.
constexpr int B = 64;

struct Work {
  std::vector<double> x, outcome, weight;
  int rows = 0, blocks = 0;

  void load(const std::vector<int>& chosen, const std::vector<double>& counts) {
    rows = (int)chosen.size();
    blocks = (rows + B - 1) / B;
    x.assign((size_t)blocks * k * B, 0);
    outcome.assign((size_t)blocks * B, 0);
    weight.assign((size_t)blocks * B, 0);
    for (int i = 0; i < rows; i++) {
      const double* row = &X[(size_t)chosen[i] * k];
      double* to = &x[(size_t)(i / B) * k * B + i % B];
      for (int j = 0; j < k; j++) to[j * B] = row[j];
      outcome[i] = y[chosen[i]];
      weight[i] = counts.empty() ? 1 : counts[i];
    }
  }
};

typedef double Eight __attribute__((vector_size(64)));
static inline Eight load(const double* from) { Eight v; std::memcpy(&v, from, 64); return v; }
static inline double sum(Eight v) { return ((v[0] + v[1]) + (v[2] + v[3])) + ((v[4] + v[5]) + (v[6] + v[7])); }

// Linear predictors of one block.
static void predict(const double* x, const double* beta, double* eta) {
  for (int i = 0; i < B; i++) eta[i] = 0;
  for (int j = 0; j < k; j++) for (int i = 0; i < B; i++) eta[i] += beta[j] * x[j * B + i];
}

// Adds rows a … a+A−1 of the information, columns b … b+3, of one block.
template <int A> static void tile(const double* wa, const double* xb, int columns, double* to) {
  Eight s[A][4] = {};
  for (int i = 0; i < B; i += 8) {
    Eight right[4];
    for (int b = 0; b < 4; b++) right[b] = load(xb + (b < columns ? b : 0) * B + i);
    for (int a = 0; a < A; a++) {
      const Eight left = load(wa + a * B + i);
      for (int b = 0; b < 4; b++) s[a][b] += left * right[b];
    }
  }
  for (int a = 0; a < A; a++) for (int b = 0; b < columns; b++) to[a * k + b] += sum(s[a][b]);
}

// Score and information (lower triangle, and some of the rest) at beta.
static void derivatives(const Work& d, const double* beta, double* score, double* information) {
  std::memset(score, 0, sizeof(double) * k);
  std::memset(information, 0, sizeof(double) * k * k);
  alignas(64) double eta[B], r[B], w[B];
  static std::vector<double> wx;
  wx.resize((size_t)k * B);
  for (int block = 0; block < d.blocks; block++) {
    const double* x = &d.x[(size_t)block * k * B];
    const double* yb = &d.outcome[(size_t)block * B];
    const double* wt = &d.weight[(size_t)block * B];
    predict(x, beta, eta);
    for (int i = 0; i < B; i++) {
      const double p = 1 / (1 + std::exp(-eta[i]));
      r[i] = wt[i] * (yb[i] - p);
      w[i] = wt[i] * p * (1 - p);
    }
    for (int a = 0; a < k; a++) {
      Eight s = {};
      for (int i = 0; i < B; i += 8) s += load(r + i) * load(x + a * B + i);
      score[a] += sum(s);
      for (int i = 0; i < B; i++) wx[(size_t)a * B + i] = w[i] * x[a * B + i];
    }
    for (int a = 0; a < k; a += 4) {
      for (int b = 0; b <= a; b += 4) {
        const int columns = k - b < 4 ? k - b : 4;
        double* to = information + a * k + b;
        switch (k - a) {
          case 1: tile<1>(&wx[(size_t)a * B], x + b * B, columns, to); break;
          case 2: tile<2>(&wx[(size_t)a * B], x + b * B, columns, to); break;
          case 3: tile<3>(&wx[(size_t)a * B], x + b * B, columns, to); break;
          default: tile<4>(&wx[(size_t)a * B], x + b * B, columns, to);
        }
      }
    }
  }
}

// Log-likelihood at beta, of 0/1 rows that count once: a logarithm for a product of many factors 1 + e^−|η|.
static double logLikelihood(const Work& d, const double* beta) {
  double logLik = 0;
  alignas(64) double eta[B];
  for (int block = 0; block < d.blocks; block++) {
    predict(&d.x[(size_t)block * k * B], beta, eta);
    const int used = d.rows - block * B < B ? d.rows - block * B : B;
    double product = 1;
    for (int i = 0; i < used; i++) {
      product *= 1 + std::exp(-std::fabs(eta[i]));
      const double signedEta = d.outcome[(size_t)block * B + i] > 0.5 ? eta[i] : -eta[i];
      logLik += std::fmin(signedEta, 0.0);
    }
    logLik -= std::log(product);
  }
  return logLik;
}

static void factorise(double* A) {
  for (int j = 0; j < k; j++) {
    for (int c = 0; c < j; c++) A[j * k + j] -= A[j * k + c] * A[j * k + c];
    A[j * k + j] = std::sqrt(A[j * k + j]);
    for (int i = j + 1; i < k; i++) {
      for (int c = 0; c < j; c++) A[i * k + j] -= A[i * k + c] * A[j * k + c];
      A[i * k + j] /= A[j * k + j];
    }
  }
}

static void solve(const double* L, double* b) {
  for (int i = 0; i < k; i++) {
    for (int c = 0; c < i; c++) b[i] -= L[i * k + c] * b[c];
    b[i] /= L[i * k + i];
  }
  for (int i = k - 1; i >= 0; i--) {
    for (int c = i + 1; c < k; c++) b[i] -= L[c * k + i] * b[c];
    b[i] /= L[i * k + i];
  }
}

// Newton until the step is below 1e-9 everywhere; the covariance is that of the last information. With it the log-likelihood, at the end.
static double fit(const Work& d, double* beta, double* covariance) {
  std::vector<double> score(k), information((size_t)k * k);
  for (int iteration = 0; iteration < 50; iteration++) {
    derivatives(d, beta, score.data(), information.data());
    factorise(information.data());
    solve(information.data(), score.data());
    double most = 0;
    for (int j = 0; j < k; j++) {
      beta[j] += score[j];
      most = std::fmax(most, std::fabs(score[j]));
    }
    if (most < 1e-9) break;
  }
  if (!covariance) return 0;
  for (int j = 0; j < k; j++) {
    double* column = covariance + (size_t)j * k;
    std::memset(column, 0, sizeof(double) * k);
    column[j] = 1;
    solve(information.data(), column);
  }
  return logLikelihood(d, beta);
}

static uint64_t state = 88172645463325252ull;
static inline uint64_t next() { state ^= state << 13; state ^= state >> 7; state ^= state << 17; return state; }

static void bootstrapOnce(Work& d, const std::vector<double>& start, std::vector<double>& beta) {
  static std::vector<double> drawn, counts;
  static std::vector<int> chosen;
  drawn.assign(n, 0);
  for (int i = 0; i < n; i++) drawn[(size_t)(((next() >> 32) * (uint64_t)n) >> 32)]++;
  chosen.clear();
  counts.clear();
  for (int i = 0; i < n; i++) if (drawn[i] > 0) chosen.push_back(i), counts.push_back(drawn[i]);
  d.load(chosen, counts);
  beta = start;
  fit(d, beta.data(), nullptr);
}

int main(int, char** argv) {
  FILE* file = std::fopen(argv[1], "rb");
  double head[2];
  if (!file || std::fread(head, 8, 2, file) != 2) return 1;
  n = (int)head[0];
  k = (int)head[1];
  X.resize((size_t)n * k);
  y.resize(n);
  if (std::fread(X.data(), 8, X.size(), file) != X.size() || std::fread(y.data(), 8, n, file) != (size_t)n) return 1;
  std::fclose(file);

  std::vector<int> all(n);
  for (int i = 0; i < n; i++) all[i] = i;
  Work whole;
  whole.load(all, {});
  std::vector<double> beta(k), covariance((size_t)k * k), estimate(k);
  fit(whole, estimate.data(), covariance.data());

  char what[16];
  int repetitions, refits;
  volatile double sink = 0;
  std::puts("ready");
  std::fflush(stdout);
  while (std::scanf("%15s", what) == 1) {
    if (!std::strcmp(what, "check")) {
      for (int j = 0; j < k; j++) std::printf("%.17g %.17g%s", estimate[j], std::sqrt(covariance[(size_t)j * k + j]), j + 1 < k ? " " : "\n");
    } else {
      if (std::scanf("%d", &repetitions) != 1) return 1;
      const bool boot = !std::strcmp(what, "bootstrap");
      if (boot && std::scanf("%d", &refits) != 1) return 1;
      Work resampled;
      const auto begin = std::chrono::steady_clock::now();
      for (int r = 0; r < repetitions; r++) {
        if (boot) {
          for (int b = 0; b < refits; b++) bootstrapOnce(resampled, estimate, beta), sink = sink + beta[0];
        } else {
          std::fill(beta.begin(), beta.end(), 0);
          sink = sink + fit(whole, beta.data(), covariance.data());
        }
      }
      std::printf("%.9g\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / repetitions);
    }
    std::fflush(stdout);
  }
}
