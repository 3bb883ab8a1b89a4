package dev.switchboard.processor.trees;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** Whether a source names something that does not exist, outside of the bodies of methods: in imports, headers and annotations. */
final class MissingNames extends TreePathScanner<Boolean, @Nullable Void> {
  private final Trees trees;

  private MissingNames(Trees trees) {
    this.trees = trees;
  }

  static boolean in(Trees trees, CompilationUnitTree unit) {
    return Boolean.TRUE.equals(new MissingNames(trees).scan(unit, null));
  }

  @Override
  public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
    return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
  }

  @Override
  public Boolean visitImport(ImportTree tree, @Nullable Void nothing) {
    // What stands last may be a star, or a member of any kind.
    Tree name = tree.getQualifiedIdentifier();
    boolean member = tree.isStatic() || name.toString().endsWith("*");
    return scan(
        member && name instanceof MemberSelectTree select ? select.getExpression() : name, null);
  }

  @Override
  public Boolean visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
    return isMissing();
  }

  @Override
  public Boolean visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
    boolean classLiteral = tree.getIdentifier().contentEquals("class");
    return (!classLiteral && isMissing()) || reduce(false, super.visitMemberSelect(tree, null));
  }

  @Override
  public Boolean visitVariable(VariableTree tree, @Nullable Void nothing) {
    return reduce(scan(tree.getModifiers(), null), scan(tree.getType(), null));
  }

  @Override
  public Boolean visitBlock(BlockTree tree, @Nullable Void nothing) {
    return false;
  }

  private boolean isMissing() {
    Element element = trees.getElement(getCurrentPath());
    return element == null || element.asType().getKind() == TypeKind.ERROR;
  }
}
