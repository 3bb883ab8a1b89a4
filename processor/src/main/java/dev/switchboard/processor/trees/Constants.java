package dev.switchboard.processor.trees;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The values of expressions that always have the same: literals, named constants, sums of them, and durations made of them. The compiler
 * knows more, but does not tell through its supported API.
 */
final class Constants {
  /** Names that stand for names that stand for ... a value; more than anybody writes, and an end to circles. */
  private static final int DEPTH = 8;

  private static final Map<String, BigDecimal> SECONDS = Map.of(
      "ofNanos",
      new BigDecimal("1e-9"),
      "ofMillis",
      new BigDecimal("0.001"),
      "ofSeconds",
      BigDecimal.ONE,
      "ofMinutes",
      BigDecimal.valueOf(60),
      "ofHours",
      BigDecimal.valueOf(3600),
      "ofDays",
      BigDecimal.valueOf(86_400));

  private final Trees trees;
  private final TreePath unit;

  /** Constants of a compilation unit whose types are checked. */
  Constants(Trees trees, TreePath unit) {
    this.trees = trees;
    this.unit = unit;
  }

  /** What a name or call stands for; null where the source has a mistake. */
  @Nullable
  Element element(Tree tree) {
    return trees.getElement(new TreePath(unit, tree));
  }

  /** A number, or a duration in seconds. */
  Optional<BigDecimal> number(ExpressionTree tree) {
    return value(tree, DEPTH) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  /** A text. */
  Optional<String> text(ExpressionTree tree) {
    return value(tree, DEPTH) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private @Nullable Object value(@Nullable Tree tree, int depth) {
    if (tree instanceof LiteralTree literal) {
      return plain(literal.getValue());
    } else if (tree instanceof ParenthesizedTree inner) {
      return value(inner.getExpression(), depth);
    } else if (tree instanceof UnaryTree unary) {
      return value(unary.getExpression(), depth) instanceof BigDecimal number
              && unary.getKind() == Tree.Kind.UNARY_MINUS
          ? number.negate()
          : null;
    } else if (tree instanceof BinaryTree binary) {
      return combined(binary, depth);
    } else if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      return named(element(tree), depth);
    } else if (tree instanceof MethodInvocationTree call) {
      return duration(call, depth);
    }
    return null;
  }

  private @Nullable Object combined(BinaryTree binary, int depth) {
    Object left = value(binary.getLeftOperand(), depth);
    Object right = left == null ? null : value(binary.getRightOperand(), depth);
    if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
      return switch (binary.getKind()) {
        case PLUS -> a.add(b);
        case MINUS -> a.subtract(b);
        case MULTIPLY -> a.multiply(b);
        // Of whole numbers; others are written as what they are.
        case DIVIDE ->
          a.scale() > 0 || b.scale() > 0 || b.signum() == 0
              ? null
              : a.divide(b, 0, RoundingMode.DOWN);
        default -> null;
      };
    }
    return left instanceof String a && right != null && binary.getKind() == Tree.Kind.PLUS
        ? a + (right instanceof BigDecimal b ? b.toPlainString() : right)
        : null;
  }

  private @Nullable Object named(@Nullable Element element, int depth) {
    if (depth == 0 || !(element instanceof VariableElement variable)) {
      return null;
    }
    if (variable.getConstantValue() != null) {
      return plain(variable.getConstantValue());
    }
    TreePath path =
        variable.getModifiers().contains(Modifier.FINAL) ? trees.getPath(variable) : null;
    return path != null
            && path.getLeaf() instanceof VariableTree declared
            && path.getCompilationUnit() == unit.getCompilationUnit()
        ? value(declared.getInitializer(), depth - 1)
        : null;
  }

  private @Nullable Object duration(MethodInvocationTree call, int depth) {
    Element method = call.getArguments().size() == 1 ? element(call.getMethodSelect()) : null;
    if (method == null
        || !(method.getEnclosingElement() instanceof TypeElement type)
        || !type.getQualifiedName().contentEquals("java.time.Duration")) {
      return null;
    }
    BigDecimal unitSeconds = SECONDS.get(method.getSimpleName().toString());
    return unitSeconds != null
            && value(call.getArguments().get(0), depth) instanceof BigDecimal amount
        ? amount.multiply(unitSeconds)
        : null;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }
    return value instanceof Number number ? BigDecimal.valueOf(number.longValue()) : value;
  }
}
