package photoset.cpu.edges;

/**
 * Conjugate gradient with the diagonal as preconditioner (Golub, Van Loan, Matrix Computations, 11.5), from the refined mask
 * on. One thread and one order of sums, so that the same equations give the same bits.
 */
final class ConjugateGradient {
    /** The residual relative to the first at which the matte no longer moves by a level. */
    private static final double TOLERANCE = 1e-3;

    /** Bounds the time; bands of a few pixels' width are solved after a third of it. */
    private static final int ROUNDS_MAX = 200;

    private final MattingLaplacian matrix;
    private final double[] solution;
    private final double[] residual;
    private final double[] direction;
    private final double[] product;

    ConjugateGradient(MattingLaplacian matrix) {
        this.matrix = matrix;
        this.solution = matrix.start().clone();
        this.residual = matrix.right().clone();
        this.direction = new double[solution.length];
        this.product = new double[solution.length];
    }

    double[] solved() {
        matrix.times(solution, product);
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= product[i];
        }
        double length = turned(0);
        double enough = length * TOLERANCE * TOLERANCE;
        for (int round = 0; round < ROUNDS_MAX && length > enough; round++) {
            matrix.times(direction, product);
            double step = length / dot(direction, product);
            for (int i = 0; i < solution.length; i++) {
                solution[i] += step * direction[i];
                residual[i] -= step * product[i];
            }
            double before = length;
            length = preconditioned();
            turned(length / before);
        }
        return solution;
    }

    /** The new direction; returns the preconditioned length of the residual. */
    private double turned(double keep) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = residual[i] / matrix.diagonal(i) + keep * direction[i];
        }
        return preconditioned();
    }

    private double preconditioned() {
        double sum = 0;
        for (int i = 0; i < residual.length; i++) {
            sum += residual[i] * residual[i] / matrix.diagonal(i);
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
