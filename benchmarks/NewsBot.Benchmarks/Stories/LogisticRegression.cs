namespace NewsBot.Benchmarks.Stories;

/// <summary>Logistic regression with an L2 penalty on standardized features, by Newton's method.</summary>
internal static class LogisticRegression
{
    private const int MaxSteps = 50;

    /// <summary>The bias, then one weight a feature.</summary>
    public static double[] Fit(IReadOnlyList<Example> examples, double penalty)
    {
        var (means, deviations) = Moments(examples);
        var size = means.Length + 1;
        var rows = examples.Select(example => (double[])[1, .. example.Features.Select((value, index) => (value - means[index]) / deviations[index])]).ToList();
        var weights = new double[size];
        for (var step = 0; step < MaxSteps; step++)
        {
            var (gradient, hessian) = (new double[size], new double[size, size]);
            for (var index = 0; index < size; index++)
            {
                gradient[index] = index == 0 ? 0 : -penalty * weights[index];
                hessian[index, index] = index == 0 ? 1e-9 : penalty;
            }

            foreach (var (row, example) in rows.Zip(examples))
            {
                Accumulate(row, example, weights, gradient, hessian);
            }

            var change = Solve(hessian, gradient);
            for (var index = 0; index < size; index++)
            {
                weights[index] += change[index];
            }

            if (change.Max(Math.Abs) < 1e-8)
            {
                break;
            }
        }

        return Unscale(weights, means, deviations);
    }

    private static void Accumulate(double[] row, Example example, double[] weights, double[] gradient, double[,] hessian)
    {
        var predicted = 1 / (1 + Math.Exp(-Math.Clamp(row.Zip(weights, (left, right) => left * right).Sum(), -30, 30)));
        var curvature = example.Weight * predicted * (1 - predicted);
        for (var i = 0; i < row.Length; i++)
        {
            gradient[i] += example.Weight * ((example.IsSame ? 1 : 0) - predicted) * row[i];
            for (var j = 0; j < row.Length; j++)
            {
                hessian[i, j] += curvature * row[i] * row[j];
            }
        }
    }

    private static (double[] Means, double[] Deviations) Moments(IReadOnlyList<Example> examples)
    {
        var count = examples[0].Features.Length;
        var means = Enumerable.Range(0, count).Select(index => examples.Average(example => example.Features[index])).ToArray();
        var deviations = Enumerable.Range(0, count)
            .Select(index => Math.Sqrt(examples.Average(example => Math.Pow(example.Features[index] - means[index], 2))) + 1e-9)
            .ToArray();
        return (means, deviations);
    }

    private static double[] Unscale(double[] weights, double[] means, double[] deviations)
    {
        double[] plain = [weights[0], .. deviations.Select((deviation, index) => weights[index + 1] / deviation)];
        plain[0] -= means.Select((mean, index) => mean * plain[index + 1]).Sum();
        return plain;
    }

    /// <summary>Gaussian elimination with partial pivoting.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(matrix[row, column]));
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var index = 0; index < size; index++)
            {
                (matrix[column, index], matrix[pivot, index]) = (matrix[pivot, index], matrix[column, index]);
            }

            for (var row = column + 1; row < size; row++)
            {
                var factor = matrix[row, column] / matrix[column, column];
                right[row] -= factor * right[column];
                for (var index = column; index < size; index++)
                {
                    matrix[row, index] -= factor * matrix[column, index];
                }
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            right[row] = (right[row] - Enumerable.Range(row + 1, size - row - 1).Sum(column => matrix[row, column] * right[column])) / matrix[row, row];
        }

        return right;
    }

    /// <summary>An article against a story, and whether people put it there.</summary>
    /// <param name="Features">The mean over the story's articles.</param>
    /// <param name="IsSame">Whether it belongs.</param>
    /// <param name="Weight">How much it counts.</param>
    /// <param name="Groups">What may not be in the fitted part when this is tested: events or articles.</param>
    internal sealed record Example(double[] Features, bool IsSame, double Weight, string[] Groups);
}
