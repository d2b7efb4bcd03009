package photoset.e2e.house;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What the tree of one file tells: its types, methods, calls, switches and injected fields. */
final class SourceFacts extends TreeScanner<Void, Boolean> {
    record Type(String name, boolean topLevel, boolean exported) {}

    record Method(String name, long line, int lines, int parameters, boolean inRecord) {}

    record Call(String text, long line) {}

    /** A switch with a {@code default}; its labels are enum constants or the names of matched types. */
    record Defaulted(Set<String> labels, long line) {}

    final SourceFile file;
    final List<Type> types = new ArrayList<>();
    final List<Method> methods = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final List<Defaulted> defaulted = new ArrayList<>();
    final List<String> annotatedFields = new ArrayList<>();
    /** Sets of names that a switch can cover without a default: the constants of an enum, the cases of a sealed type. */
    final List<Set<String>> closedSets = new ArrayList<>();

    private int depth;
    private boolean inRecord;
    private boolean inInterface;

    SourceFacts(SourceFile file) {
        this.file = file;
        scan(file.tree(), true);
    }

    private long line(Tree node) {
        return file.tree().getLineMap().getLineNumber(file.positions().getStartPosition(file.tree(), node));
    }

    private long lastLine(Tree node) {
        return file.tree().getLineMap().getLineNumber(file.positions().getEndPosition(file.tree(), node));
    }

    @Override
    public Void visitClass(ClassTree type, Boolean exportedHere) {
        var flags = type.getModifiers().getFlags();
        boolean named = !type.getSimpleName().isEmpty();
        boolean exported = exportedHere && (inInterface || flags.contains(Modifier.PUBLIC));
        if (named) {
            types.add(new Type(type.getSimpleName().toString(), depth == 0, exported));
        }
        if (type.getKind() == Tree.Kind.ENUM) {
            closedSets.add(constants(type));
        }
        if (flags.contains(Modifier.SEALED)) {
            closedSets.add(cases(type));
        }
        type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .forEach(this::noteAnnotations);
        boolean outerIsRecord = inRecord;
        boolean outerIsInterface = inInterface;
        inRecord = type.getKind() == Tree.Kind.RECORD;
        inInterface = type.getKind() == Tree.Kind.INTERFACE;
        depth++;
        super.visitClass(type, exported);
        depth--;
        inRecord = outerIsRecord;
        inInterface = outerIsInterface;
        return null;
    }

    private void noteAnnotations(VariableTree field) {
        field.getModifiers()
                .getAnnotations()
                .forEach(annotation -> annotatedFields.add(annotation.getAnnotationType() + " " + field.getName()));
    }

    private static Set<String> constants(ClassTree type) {
        Set<String> names = new HashSet<>();
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree constant
                    && constant.getInitializer() instanceof NewClassTree made
                    && made.getIdentifier()
                            .toString()
                            .equals(type.getSimpleName().toString())) {
                names.add(constant.getName().toString());
            }
        }
        return names;
    }

    private static Set<String> cases(ClassTree type) {
        Set<String> names = new HashSet<>();
        type.getPermitsClause().forEach(permitted -> names.add(lastName(permitted.toString())));
        for (Tree member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                names.add(nested.getSimpleName().toString());
            }
        }
        return names;
    }

    @Override
    public Void visitMethod(MethodTree method, Boolean exported) {
        int lines = method.getBody() == null ? 0 : (int) (lastLine(method) - line(method) + 1);
        methods.add(new Method(
                method.getName().toString(),
                line(method),
                lines,
                method.getParameters().size(),
                inRecord));
        return super.visitMethod(method, exported);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Boolean exported) {
        calls.add(new Call(flat(call.getMethodSelect()), line(call)));
        return super.visitMethodInvocation(call, exported);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Boolean exported) {
        calls.add(new Call("new " + flat(made.getIdentifier()), line(made)));
        return super.visitNewClass(made, exported);
    }

    private static String flat(Tree expression) {
        return switch (expression) {
            case MemberSelectTree select -> flat(select.getExpression()) + "." + select.getIdentifier();
            case IdentifierTree name -> name.getName().toString();
            case ParameterizedTypeTree generic -> flat(generic.getType());
            case Tree other -> "(" + other.getKind() + ")";
        };
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Boolean exported) {
        noteDefault(tree.getCases(), tree);
        return super.visitSwitch(tree, exported);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Boolean exported) {
        noteDefault(tree.getCases(), tree);
        return super.visitSwitchExpression(tree, exported);
    }

    private void noteDefault(List<? extends CaseTree> branches, Tree tree) {
        Set<String> labels = new HashSet<>();
        boolean hasDefault = false;
        for (CaseTree branch : branches) {
            for (CaseLabelTree label : branch.getLabels()) {
                hasDefault |= label instanceof DefaultCaseLabelTree;
                labels.add(labelName(label));
            }
        }
        labels.remove("");
        if (hasDefault && !labels.isEmpty()) {
            defaulted.add(new Defaulted(labels, line(tree)));
        }
    }

    private static String labelName(CaseLabelTree label) {
        if (label instanceof ConstantCaseLabelTree constant) {
            ExpressionTree value = constant.getConstantExpression();
            return value instanceof IdentifierTree || value instanceof MemberSelectTree
                    ? lastName(value.toString())
                    : value.toString();
        }
        return label instanceof PatternCaseLabelTree pattern ? typeName(pattern.getPattern()) : "";
    }

    private static String typeName(PatternTree pattern) {
        if (pattern instanceof BindingPatternTree binding) {
            return lastName(String.valueOf(binding.getVariable().getType()));
        }
        return pattern instanceof DeconstructionPatternTree record
                ? lastName(record.getDeconstructor().toString())
                : "";
    }

    private static String lastName(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
