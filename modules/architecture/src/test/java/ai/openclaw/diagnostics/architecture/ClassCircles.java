package ai.openclaw.diagnostics.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Circles of top-level classes in a package: the strongly connected components of more than one class (Tarjan). */
final class ClassCircles {

    private final Map<JavaClass, Integer> numbers = new HashMap<>();
    private final Map<JavaClass, Integer> lowest = new HashMap<>();
    private final Deque<JavaClass> stack = new ArrayDeque<>();
    private final List<List<String>> circles = new ArrayList<>();
    private final Map<JavaClass, Set<JavaClass>> edges;

    private ClassCircles(Map<JavaClass, Set<JavaClass>> edges) {
        this.edges = edges;
    }

    /** Returns the simple names in each circle of classes in this package, sorted. */
    static List<List<String>> of(JavaClasses classes, String packageName) {
        Map<JavaClass, Set<JavaClass>> edges = classes.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .collect(Collectors.groupingBy(
                        ClassCircles::outermost,
                        Collectors.flatMapping(
                                type -> type.getDirectDependenciesFromSelf().stream()
                                        .map(dependency -> outermost(dependency.getTargetClass()))
                                        .filter(target ->
                                                target.getPackageName().equals(packageName)),
                                Collectors.toSet())));
        ClassCircles search = new ClassCircles(edges);
        edges.keySet().stream()
                .filter(type -> !search.numbers.containsKey(type))
                .forEach(search::visit);
        return search.circles;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClassCircles::outermost).orElse(type);
    }

    private void visit(JavaClass type) {
        int number = numbers.size();
        numbers.put(type, number);
        lowest.put(type, number);
        stack.push(type);
        for (JavaClass target : edges.getOrDefault(type, Set.of())) {
            if (!numbers.containsKey(target)) {
                visit(target);
                lowest.merge(type, lowest.get(target), Math::min);
            } else if (stack.contains(target)) {
                lowest.merge(type, numbers.get(target), Math::min);
            }
        }
        if (lowest.get(type) == number) {
            take(type);
        }
    }

    private void take(JavaClass root) {
        List<String> circle = new ArrayList<>();
        JavaClass member;
        do {
            member = stack.pop();
            circle.add(member.getSimpleName());
        } while (!member.equals(root));
        if (circle.size() > 1) {
            circles.add(circle.stream().sorted().toList());
        }
    }
}
