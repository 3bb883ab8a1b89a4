package dev.switchboard.processor.trees;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.switchboard.processor.diagnostics.Rule;
import dev.switchboard.processor.model.Site;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in one class whose types are checked, the calls that build NCCOs, and warns where they cannot be meant. On its way it meets the apps
 * that stand inside of methods.
 */
final class NccoScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final String PACKAGE = "dev.switchboard.webhooks.ncco";

  /** Methods of builders that are worth a look; every other call is passed by its name alone. */
  private static final Set<String> NAMES = Stream.concat(
          Stream.of("of"), Limit.OF.keySet().stream().map(key -> key.replaceFirst(".*\\.", "")))
      .collect(Collectors.toUnmodifiableSet());

  private final Trees trees;
  private final TreePath unit;
  private final Constants constants;
  private final Deque<Set<String>> suppressed = new ArrayDeque<>();

  private NccoScanner(Trees trees, TreePath unit) {
    this.trees = trees;
    this.unit = unit;
    this.constants = new Constants(trees, unit);
  }

  /** Looks through the classes of that name in a compilation unit that imports builders of NCCOs, or annotations. */
  static void scan(Trees trees, TreePath unit, CharSequence simpleName) {
    if (unit.getCompilationUnit().getImports().stream()
        .noneMatch(one -> isOurs(one.getQualifiedIdentifier()))) {
      return;
    }
    for (Tree declared : unit.getCompilationUnit().getTypeDecls()) {
      if (declared instanceof ClassTree type
          && type.getSimpleName().contentEquals(simpleName)
          && !isGenerated(type.getModifiers())) {
        new NccoScanner(trees, unit).scan(type, null);
      }
    }
  }

  /** Whether a qualified name has {@code webhooks.ncco} or {@code switchboard.annotations} in it. */
  private static boolean isOurs(Tree name) {
    for (Tree at = name; at instanceof MemberSelectTree select; at = select.getExpression()) {
      if (select.getExpression() instanceof MemberSelectTree outer
          && (isPair(outer, "webhooks", select, "ncco")
              || isPair(outer, "switchboard", select, "annotations"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPair(
      MemberSelectTree outer, String outerName, MemberSelectTree inner, String innerName) {
    return inner.getIdentifier().contentEquals(innerName)
        && outer.getIdentifier().contentEquals(outerName);
  }

  private static boolean isGenerated(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType() instanceof IdentifierTree name
            && name.getName().contentEquals("Generated"));
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
    LocalApps.check(trees, unit, tree);
    return within(tree.getModifiers(), () -> super.visitClass(tree, null));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
    return within(tree.getModifiers(), () -> super.visitMethod(tree, null));
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
    return within(tree.getModifiers(), () -> super.visitVariable(tree, null));
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (!arguments.isEmpty() && NAMES.contains(name(call))) {
      String type = builder(call);
      if (type.equals("Ncco") && name(call).equals("of")) {
        sequence(arguments);
      } else if (arguments.size() == 1) {
        Limit.of(type, name(call)).ifPresent(limit -> limited(limit, arguments.get(0)));
      }
    }
    return super.visitMethodInvocation(call, null);
  }

  private void limited(Limit limit, ExpressionTree argument) {
    Optional<String> text = constants.text(argument);
    if (text.isPresent()) {
      int length = spokenLength(text.get());
      if (!limit.allows(BigDecimal.valueOf(length))) {
        warn(Rule.NCCO_TEXT_LENGTH, argument, length, limit.words());
      }
      return;
    }
    constants
        .number(argument)
        .filter(number -> !limit.allows(number))
        .ifPresent(number -> warn(
            Rule.NCCO_OUT_OF_RANGE,
            argument,
            limit.option(),
            number.stripTrailingZeros().toPlainString(),
            limit.words()));
  }

  private void sequence(List<? extends ExpressionTree> actions) {
    for (int i = 0; i < actions.size() - 1; i++) {
      Optional<String> end = endless(calls(actions.get(i)));
      if (end.isPresent()) {
        warn(Rule.NCCO_UNREACHABLE, actions.get(i + 1), end.get());
        return;
      }
    }
    ExpressionTree last = actions.get(actions.size() - 1);
    List<MethodInvocationTree> calls = calls(last);
    Set<String> names = calls.stream().map(NccoScanner::name).collect(Collectors.toSet());
    if (starts(calls, "record")
        && Stream.of("endOnSilence", "endOnKey", "with").noneMatch(names::contains)) {
      warn(Rule.NCCO_ENDS_CALL, last);
    }
  }

  /** Why nothing after an action can run. */
  private Optional<String> endless(List<MethodInvocationTree> calls) {
    if (starts(calls, "transfer")) {
      return Optional.of("the transfer before it moves the call elsewhere");
    }
    boolean prompt = starts(calls, "talk") || starts(calls, "stream");
    boolean forEver = calls.stream()
        .anyMatch(call -> name(call).equals("loop")
            && call.getArguments().size() == 1
            && constants
                .number(call.getArguments().get(0))
                .filter(times -> times.signum() == 0)
                .isPresent());
    boolean interruptible = calls.stream().anyMatch(call -> name(call).equals("bargeIn"));
    return prompt && forEver && !interruptible
        ? Optional.of("the action before it is repeated for ever")
        : Optional.empty();
  }

  /** {@code talk("..")}, {@code loop(0)} of {@code talk("..").loop(0)}; empty where that is not a chain of calls. */
  private static List<MethodInvocationTree> calls(ExpressionTree action) {
    List<MethodInvocationTree> calls = new ArrayList<>();
    ExpressionTree at = action;
    while (at instanceof MethodInvocationTree call) {
      calls.add(0, call);
      at = call.getMethodSelect() instanceof MemberSelectTree select
          ? select.getExpression()
          : call.getMethodSelect();
    }
    return calls;
  }

  private boolean starts(List<MethodInvocationTree> calls, String method) {
    return !calls.isEmpty()
        && name(calls.get(0)).equals(method)
        && builder(calls.get(0)).equals("Ncco");
  }

  private static String name(MethodInvocationTree call) {
    Tree select = call.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      return member.getIdentifier().toString();
    }
    return select instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
  }

  /** Simple name of the class that declares a method, if that builds NCCOs; else empty. */
  private String builder(MethodInvocationTree call) {
    Element method = constants.element(call.getMethodSelect());
    return method != null
            && method.getEnclosingElement() instanceof TypeElement type
            && type.getQualifiedName().toString().startsWith(PACKAGE + ".")
        ? type.getSimpleName().toString()
        : "";
  }

  private void warn(Rule rule, Tree at, Object... args) {
    if (suppressed.stream().noneMatch(ids -> ids.contains(rule.id()))) {
      String text = rule.at(Site.of(""), args).text();
      trees.printMessage(Kind.WARNING, text, at, unit.getCompilationUnit());
    }
  }

  private @Nullable Void within(ModifiersTree modifiers, Runnable scan) {
    Set<String> ids = new HashSet<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      if (annotation.getAnnotationType() instanceof IdentifierTree name
          && name.getName().contentEquals("SuppressWarnings")) {
        annotation.getArguments().forEach(argument -> addTexts(argument, ids));
      }
    }
    suppressed.push(ids);
    scan.run();
    suppressed.pop();
    return null;
  }

  private void addTexts(@Nullable Tree tree, Set<String> texts) {
    if (tree instanceof AssignmentTree assignment) {
      addTexts(assignment.getExpression(), texts);
    } else if (tree instanceof NewArrayTree array) {
      array.getInitializers().forEach(item -> addTexts(item, texts));
    } else if (tree instanceof ExpressionTree expression) {
      constants.text(expression).ifPresent(texts::add);
    }
  }

  /** Characters that count: in SSML, tags do not. As the runtime counts. */
  static int spokenLength(String text) {
    String counted =
        text.stripLeading().startsWith("<speak") ? text.replaceAll("<[^>]*(>|$)", "") : text;
    return counted.codePointCount(0, counted.length());
  }
}
